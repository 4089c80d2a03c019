/** Who calls, in the order of the columns of {@link matrix}. */
export const columns = [
  'no token',
  'a token for another audience',
  'a token of another tenant',
  'an expired token',
  'a forged token',
  'somebody unknown',
  'staff',
  'the author, who leads Wessex',
  'another lead of Wessex',
  'the lead of another area',
  'the roadmap owner',
  'an administrator',
] as const;
export type Column = (typeof columns)[number];

/**
 * The status that every route answers everybody with, by method and path; a route that is not here fails a test. What is
 * asked for is the author's: a draft, or a broadcast or prompt to Wessex.
 */
// biome-ignore format: a table
export const matrix: Readonly<Record<string, readonly number[]>> = {
  //                                                             none aud  ten  exp  forg unkn staff auth same other owner admin
  'get /healthz':                                                [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  'get /readyz':                                                 [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  'get /tab':                                                    [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  'get /tab/*':                                                  [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  'get /tab/assets/*':                                           [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
  'post /api/messages':                                          [401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401],

  'get /api/me':                                                 [401, 401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200],
  'put /api/me/language':                                        [401, 401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200],
  'get /api/areas':                                              [401, 401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200],
  'get /api/home':                                               [401, 401, 401, 401, 401, 403, 403, 200, 200, 200, 200, 403],
  'get /api/openapi.json':                                       [401, 401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200],

  'get /api/roadmap':                                            [401, 401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200],
  'post /api/roadmap':                                           [401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 201, 403],
  'get /api/roadmap/:itemId':                                    [401, 401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200],
  'put /api/roadmap/:itemId':                                    [401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403],

  'get /api/broadcasts':                                         [401, 401, 401, 401, 401, 403, 403, 200, 200, 200, 200, 403],
  'post /api/broadcasts':                                        [401, 401, 401, 401, 401, 403, 403, 201, 201, 201, 201, 403],
  'get /api/broadcasts/:broadcastId':                            [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'put /api/broadcasts/:broadcastId':                            [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 403, 403],
  'delete /api/broadcasts/:broadcastId':                         [401, 401, 401, 401, 401, 403, 403, 204, 403, 403, 403, 403],
  'get /api/broadcasts/:broadcastId/preview':                    [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 403, 403],
  'put /api/broadcasts/:broadcastId/wish':                       [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 403, 403],
  'post /api/broadcasts/:broadcastId/confirm':                   [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 403, 403],
  'post /api/broadcasts/:broadcastId/take-back':                 [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 403, 403],
  'post /api/broadcasts/:broadcastId/approve':                   [401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403],
  'post /api/broadcasts/:broadcastId/send-back':                 [401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403],
  'post /api/broadcasts/:broadcastId/send-to-me':                [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 403, 403],
  'get /api/broadcasts/:broadcastId/card':                       [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'post /api/card':                                              [401, 401, 401, 401, 401, 403, 403, 200, 200, 200, 200, 403],
  'post /api/audience/count':                                    [401, 401, 401, 401, 401, 403, 403, 200, 200, 200, 200, 403],

  'post /api/broadcasts/:broadcastId/pause':                     [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'post /api/broadcasts/:broadcastId/resume':                    [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'post /api/broadcasts/:broadcastId/cancel':                    [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'post /api/broadcasts/:broadcastId/resend':                    [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'post /api/broadcasts/:broadcastId/remind':                    [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'post /api/broadcasts/:broadcastId/recall':                    [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'post /api/broadcasts/:broadcastId/correct':                   [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'post /api/broadcasts/:broadcastId/extend':                    [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'post /api/broadcasts/:broadcastId/close':                     [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'post /api/broadcasts/:broadcastId/stop-series':               [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'get /api/broadcasts/:broadcastId/progress':                   [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'get /api/broadcasts/:broadcastId/report.csv':                 [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'get /api/broadcasts/:broadcastId/not-reached':                [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],
  'get /api/broadcasts/:broadcastId/areas':                      [401, 401, 401, 401, 401, 403, 403, 200, 403, 403, 200, 403],

  'get /api/templates':                                          [401, 401, 401, 401, 401, 403, 403, 200, 200, 200, 200, 403],
  'get /api/questions':                                          [401, 401, 401, 401, 401, 403, 403, 200, 200, 200, 200, 403],

  'get /api/results':                                            [401, 401, 401, 401, 401, 403, 403, 200, 200, 200, 200, 403],
  'get /api/broadcasts/:broadcastId/results':                    [401, 401, 401, 401, 401, 403, 403, 200, 200, 403, 200, 403],
  'get /api/broadcasts/:broadcastId/results.csv':                [401, 401, 401, 401, 401, 403, 403, 200, 200, 403, 200, 403],
  'get /api/broadcasts/:broadcastId/results.xlsx':               [401, 401, 401, 401, 401, 403, 403, 200, 200, 403, 200, 403],
  'get /api/broadcasts/:broadcastId/comments':                   [401, 401, 401, 401, 401, 403, 403, 200, 200, 403, 200, 403],
  'put /api/broadcasts/:broadcastId/comments/:commentId/redaction':
                                                                 [401, 401, 401, 401, 401, 403, 403, 200, 200, 403, 200, 403],
  'delete /api/broadcasts/:broadcastId/comments/:commentId/redaction':
                                                                 [401, 401, 401, 401, 401, 403, 403, 200, 200, 403, 200, 403],

  'get /api/people/coverage':                                    [401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200],
  'get /api/people':                                             [401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200],
  'get /api/people/:personId':                                   [401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200],
  'put /api/people/:personId/duties':                            [401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 403, 200],
  'post /api/people/import/dry-run':                             [401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 403, 200],
  'post /api/people/import':                                     [401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 403, 200],
};
