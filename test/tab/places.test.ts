import assert from 'node:assert/strict';
import { everywhere, pinnedArea, pinnedTab } from '../../src/tab/host/pinned-tab.ts';
import { linkOf, pathOfLink, placeIds } from '../../src/tab/shell/places.ts';

const id = '01KAQ0Z8XS9GQ3Y4Z5V6W7X8Y9';

describe('a deep link into the tab', () => {
  const paths = [
    '/',
    ...placeIds.filter((place) => place !== 'home').map((place) => `/${place}`),
    '/roadmap/digital-case-files',
    '/roadmap/digital-case-files/edit',
    '/new-item',
    `/broadcasts/${id}`,
    `/compose/${id}`,
    '/compose?item=digital-case-files',
    `/results/${id}`,
    `/results/${id}?area=south-east&group=role%3Alegal&view=compare`,
    '/roadmap?view=list&kind=proof-of-concept',
    '/people/directory/11111111-1111-4111-8111-111111111111',
    '/people/import',
    '/help/privacy',
    '/?from=card',
  ];

  for (const path of paths) {
    it(`leads back to ${path}`, () => {
      assert.equal(pathOfLink(linkOf(path)), path);
    });
  }

  it('always names a page, so that a tab of a channel does not open its own instead', () => {
    for (const path of paths) assert.notEqual(linkOf(path), '');
  });

  it('leads nowhere that the tab does not know', () => {
    for (const link of [
      '',
      'nowhere',
      'https://example.org',
      '//example.org/roadmap',
      '..',
      'roadmap/../../api/me',
      'roadmap/%2e%2e/people',
      'roadmap#x',
      'roadmap?x=<script>',
      'javascript:alert(1)',
      `roadmap?${'x'.repeat(201)}`,
      `broadcasts/${'x'.repeat(65)}`,
    ]) {
      assert.equal(pathOfLink(link), '', link);
    }
  });
});

describe('a tab that is pinned to a channel', () => {
  const address = 'https://roadmap.example.gov.uk/tab/';

  it('opens at the roadmap of its area', () => {
    const { contentUrl, ...others } = pinnedTab('wessex', 'Roadmap: Wessex', address);
    assert.equal(contentUrl, `${address}roadmap?pinned=wessex`);
    assert.equal(pinnedArea(contentUrl), 'wessex');
    assert.deepEqual(others, {
      entityId: 'area-wessex',
      websiteUrl: address,
      suggestedDisplayName: 'Roadmap: Wessex',
    });
  });

  it('names no area where it is for all', () => {
    const { contentUrl, entityId } = pinnedTab(everywhere, 'Roadmap', address);
    assert.equal(contentUrl, `${address}roadmap`);
    assert.equal(pinnedArea(contentUrl), undefined);
    assert.equal(entityId, 'area-all');
  });

  it('has no area in an address that is none', () => {
    assert.equal(pinnedArea(''), undefined);
  });
});
