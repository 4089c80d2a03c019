/** The personal tab, as the app package names it. */
export const tabEntityId = 'roadmap';

export interface TabInTeams {
  /** The id that the Teams admin centre shows for the app, which is not the one in its package. */
  readonly teamsAppId: string;
  readonly tenantId: string;
}

/**
 * A deep link to a page of the tab in Teams. As `subEntityId` the page comes back to the tab in its context.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function linkIntoTeams({ teamsAppId, tenantId }: TabInTeams, page: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: page }));
  return `https://teams.microsoft.com/l/entity/${teamsAppId}/${tabEntityId}?tenantId=${tenantId}&context=${context}`;
}

/** A page of the tab within the page that plays the part of Teams on one machine, opened as a person. */
export function linkIntoHostPage(hostPage: string, page: string, personId: string): string {
  const address = new URL(hostPage);
  address.searchParams.set('person', personId);
  address.hash = encodeURIComponent(page);
  return address.href;
}
