import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { linkIntoHostPage, linkIntoTeams, tabEntityId } from '../../src/teams/tab-links.ts';

const teamsAppId = '9c858901-8a57-4791-81fe-4c455b099bc9';
const tenantId = 'a1b7c0de-0000-4000-8000-00000000c0d5';
const page = 'broadcasts/01KAQ0Z8XS9GQ3Y4Z5V6W7X8Y9';

describe('links into the tab', () => {
  it('name the app, the tab, the tenant and the page as Teams wants it', () => {
    const link = new URL(linkIntoTeams({ teamsAppId, tenantId }, page));
    assert.equal(link.origin, 'https://teams.microsoft.com');
    assert.equal(link.pathname, `/l/entity/${teamsAppId}/roadmap`);
    assert.deepEqual([...link.searchParams.keys()], ['tenantId', 'context']);
    assert.equal(link.searchParams.get('tenantId'), tenantId);
    assert.deepEqual(JSON.parse(link.searchParams.get('context') ?? ''), { subEntityId: page });
  });

  it('are short enough for Teams on Windows', () => {
    const longest = `broadcasts/${'x'.repeat(64)}`;
    assert.ok(linkIntoTeams({ teamsAppId, tenantId }, longest).length < 1_900);
  });

  it('name the tab of the app package', async () => {
    const manifest = await readFile(new URL('../../manifest/manifest.template.json', import.meta.url), 'utf8');
    const { staticTabs } = JSON.parse(manifest) as { readonly staticTabs: readonly { readonly entityId: string }[] };
    assert.ok(staticTabs.some(({ entityId }) => entityId === tabEntityId));
  });

  it('open on one machine the page in the place of Teams, as the person whose card it is', () => {
    const link = linkIntoHostPage('http://127.0.0.1:56160/', page, tenantId);
    assert.equal(link, `http://127.0.0.1:56160/?person=${tenantId}#${encodeURIComponent(page)}`);
  });
});
