import assert from 'node:assert/strict';
import { mayUploadTo, usualUploadHosts } from '../../src/teams/upload-hosts.ts';

const production = { hosts: usualUploadHosts, loopback: false };

describe('where files may be uploaded to', () => {
  for (const address of [
    'https://contoso-my.sharepoint.com/personal/alys/_api/v2.0/drive/items/1/uploadSession?guid=1',
    'https://sharepoint.com/x',
    'https://CONTOSO.SharePoint.com:443/x',
  ]) {
    it(`allows ${address}`, () => assert.equal(mayUploadTo(address, production), true));
  }

  for (const address of [
    'http://contoso-my.sharepoint.com/x',
    'https://contoso-my.sharepoint.com:8443/x',
    'https://notsharepoint.com/x',
    'https://sharepoint.com.example.org/x',
    'https://example.org/sharepoint.com',
    'https://example.org#.sharepoint.com',
    'https://example.org?.sharepoint.com',
    'https://contoso.sharepoint.com@example.org/x',
    'https://alys:secret@contoso.sharepoint.com/x',
    'https://example.org\\.sharepoint.com/x',
    'https://contoso.sharepoint.com./x',
    'https://127.0.0.1/x',
    'http://127.0.0.1:8080/x',
    'https://169.254.169.254/metadata',
    'https://[::1]/x',
    'file:///etc/passwd',
    'sharepoint.com',
    '',
  ]) {
    it(`does not allow ${address || 'nothing'}`, () => assert.equal(mayUploadTo(address, production), false));
  }

  it('allows only the hosts that an installation names', () => {
    const own = { hosts: ['contoso-my.sharepoint.com'], loopback: false };
    assert.equal(mayUploadTo('https://contoso-my.sharepoint.com/x', own), true);
    assert.equal(mayUploadTo('https://fabrikam-my.sharepoint.com/x', own), false);
  });

  it('allows this machine where that is said, and nothing else besides', () => {
    const local = { hosts: [], loopback: true };
    assert.equal(mayUploadTo('http://127.0.0.1:8080/x', local), true);
    for (const address of ['http://127.0.0.1.example.org/x', 'http://10.0.0.1/x', 'https://contoso.sharepoint.com/']) {
      assert.equal(mayUploadTo(address, local), false, address);
    }
  });
});
