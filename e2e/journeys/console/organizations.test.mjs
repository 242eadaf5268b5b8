// Organizations by clicks: a template with roles, a group with members and machines, who is invited and who joins by themselves.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Administrator } from '../../harness/administrator.mjs';
import { launch } from '../../harness/browser.mjs';
import { startGatehouse } from '../../harness/server.mjs';

describe('organizations in the Console', () => {
  let server;
  let browser;
  let keeper;
  let page;

  before(async () => {
    server = await startGatehouse('console-organizations');
    browser = await launch();
    keeper = await Administrator.first(browser, 'console-organizations', server, { viewport: { width: 1440, height: 900 } });
    page = keeper.page;
    await server.management.user({ username: 'mira', name: 'Mira Levi', primaryEmail: 'mira@books.example', password: 'High-tide-71-sail' });
    await server.management.application({ name: 'Nightly import', type: 'MachineToMachine' });
    const books = await server.management.post('/resources', { name: 'Books', indicator: 'https://books.example/api' });
    await server.management.post(`/resources/${books.id}/scopes`, { name: 'read:books', description: 'Read the books' });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const open = async (path) => {
    await page.goto(`${server.adminEndpoint}/console/default/${path}`);
    await page.locator('main h1, [role=dialog] h2').first().waitFor();
    await keeper.settles();
  };
  const saved = async () => {
    await keeper.button('Save changes').click();
    await keeper.button('Save changes').waitFor({ state: 'detached' });
  };
  const dialog = () => page.getByRole('dialog');
  const tab = (name) => page.getByRole('navigation', { name: 'Harbour' }).getByRole('link', { name }).click();
  const harbour = async () => (await server.management.get('/organizations')).find(({ name }) => name.startsWith('Harbour'));

  it('has a template of permissions and roles', async () => {
    await open('organization-template/permissions');
    await page.getByRole('heading', { name: 'No permission yet' }).waitFor();
    await keeper.button('Create permission').click();
    await keeper.field('Name').fill('read reports');
    await dialog().getByText('A name has no spaces.').waitFor();
    await keeper.field('Name').fill('read:reports');
    await dialog().getByRole('button', { name: 'Create permission' }).click();
    await page.getByRole('row', { name: /read:reports/ }).waitFor();
    await keeper.looks('template-permissions');
    await page.getByRole('link', { name: 'Roles', exact: true }).last().click();
    await page.getByRole('heading', { name: 'No role yet' }).waitFor();
    for (const [name, type] of [['Robot', 'MachineToMachine'], ['Clerk', 'User']]) {
      await open('organization-template/create');
      await keeper.field('Name').fill(name);
      await keeper.field('For').selectOption(type);
      await dialog().getByRole('button', { name: 'Create role' }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
    }
    await page.getByRole('checkbox', { name: /read:reports/ }).check();
    await page.getByRole('checkbox', { name: /read:books/ }).check();
    await keeper.looks('template-role');
    await saved();
    const clerk = (await server.management.get('/organization-roles')).find(({ name }) => name === 'Clerk');
    assert.deepEqual([clerk.scopes.map(({ name }) => name), clerk.resourceScopes.map(({ name }) => name)], [['read:reports'], ['read:books']]);
    await open('organization-template');
    await page.getByRole('row', { name: /Clerk.*People/ }).waitFor();
    await keeper.looks('template');
  });

  it('adds an organization and its people, with their roles', async () => {
    await open('organizations');
    await page.getByRole('heading', { name: 'No organization yet' }).waitFor();
    await keeper.button('Create organization').click();
    await dialog().getByRole('button', { name: 'Create organization' }).click();
    await dialog().getByText('Enter a name.').waitFor();
    await keeper.field('Name').fill('Harbour');
    await dialog().getByRole('button', { name: 'Create organization' }).click();
    await page.getByText('Nobody belongs to it yet.').waitFor();
    await keeper.button('Add members').click();
    await dialog().getByRole('searchbox').fill('mira');
    await dialog().getByLabel(/Mira Levi/).check();
    await dialog().getByRole('button', { name: 'Add 1' }).click();
    await page.getByRole('row', { name: /Mira Levi/ }).waitFor();
    await keeper.button('Change the roles of Mira Levi').click();
    await dialog().getByRole('checkbox', { name: /Clerk/ }).check();
    assert.equal(await dialog().getByRole('checkbox').count(), 1, 'roles of machines are not for people');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /Mira Levi.*Clerk/ }).waitFor();
    await keeper.looks('organization-members');
    const { id } = await harbour();
    const members = async () => (await server.management.get(`/organizations/${id}/users`)).map(({ username, organizationRoles }) => [username, organizationRoles.map(({ name }) => name)]);
    assert.deepEqual(await members(), [['mira', ['Clerk']]]);
    await page.getByRole('row', { name: /Mira Levi/ }).getByRole('button', { name: /Remove/ }).click();
    await page.getByText('Nobody belongs to it yet.').waitFor();
    assert.deepEqual(await members(), []);
    await keeper.button('Undo').click();
    await page.getByRole('row', { name: /Mira Levi.*Clerk/ }).waitFor();
    assert.deepEqual(await members(), [['mira', ['Clerk']]], 'with the roles of before');
  });

  it('adds a machine with its role', async () => {
    await tab('Machines');
    await keeper.button('Add machines').click();
    await dialog().getByLabel(/Nightly import/).check();
    await dialog().getByRole('button', { name: 'Add 1' }).click();
    await keeper.button('Change the roles of Nightly import').click();
    await dialog().getByRole('checkbox', { name: /Robot/ }).check();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /Nightly import.*Robot/ }).waitFor();
    await keeper.looks('organization-machines');
    await keeper.button('Change the roles of Nightly import').click();
    await dialog().getByRole('checkbox', { name: /Robot/ }).uncheck();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /Nightly import/ }).getByText('Robot').waitFor({ state: 'detached' });
    const [machine] = await server.management.get(`/organizations/${(await harbour()).id}/applications`);
    assert.deepEqual([machine.name, machine.organizationRoles], ['Nightly import', []]);
  });

  it('invites somebody, and takes it back', async () => {
    await tab('Invitations');
    await keeper.button('Invite').click();
    await dialog().getByRole('button', { name: 'Invite' }).click();
    await dialog().getByText('Enter an e-mail address.').waitFor();
    await dialog().getByText('A link begins with https:// or http://.').waitFor();
    await keeper.field('E-mail').fill('jun@books.example');
    await dialog().getByRole('checkbox', { name: /Clerk/ }).check();
    await dialog().getByRole('switch', { name: 'Send an e-mail' }).uncheck();
    await keeper.looks('organization-invite');
    await dialog().getByRole('button', { name: 'Invite' }).click();
    await page.getByRole('row', { name: /jun@books\.example Clerk Open/ }).waitFor();
    await keeper.button('Actions for jun@books.example').click();
    await page.getByRole('menuitem', { name: 'Send again' }).click();
    await keeper.field('Link').fill('https://shop.example/join');
    await dialog().getByRole('button', { name: 'Send again' }).click();
    await dialog().getByRole('alert').waitFor();
    await keeper.looks('organization-no-mail');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await keeper.button('Actions for jun@books.example').click();
    await page.getByRole('menuitem', { name: 'Withdraw' }).click();
    await page.getByRole('row', { name: /jun@books\.example Clerk Withdrawn/ }).waitFor();
    await keeper.looks('organization-invitations');
    const [invitation] = await server.management.get(`/organization-invitations?organizationId=${(await harbour()).id}`);
    assert.equal(invitation.status, 'Revoked');
  });

  it('lets people of a domain join by themselves', async () => {
    await tab('Joining');
    await page.getByRole('textbox', { name: 'E-mail domains' }).fill('@harbour.example');
    await page.getByText('@harbour.example is no domain.').waitFor();
    assert.ok(await keeper.button('Save changes').isDisabled());
    await page.getByRole('textbox', { name: 'E-mail domains' }).fill('harbour.example\npier.example');
    await page.getByRole('checkbox', { name: /Clerk/ }).check();
    await keeper.looks('organization-joining');
    await saved();
    const { id } = await harbour();
    const domains = await server.management.get(`/organizations/${id}/jit/email-domains`);
    assert.deepEqual(domains.map(({ emailDomain }) => emailDomain).toSorted(), ['harbour.example', 'pier.example']);
    assert.deepEqual((await server.management.get(`/organizations/${id}/jit/roles`)).map(({ name }) => name), ['Clerk']);
  });

  it('is named, found and deleted', async () => {
    await tab('Settings');
    await keeper.field('Colour').fill('blue');
    await page.getByText('Enter a colour such as #1F5C4A.').waitFor();
    await keeper.field('Colour').fill('#115577');
    await keeper.field('Colour on dark').fill('#88BBDD');
    await keeper.field('Favicon').fill('https://harbour.example/icon.svg');
    await keeper.field('Custom CSS').fill('.gh-card { border-radius: 0; }');
    await page.getByRole('switch', { name: 'Require a second step' }).check();
    await page.getByLabel('Custom data', { exact: true }).last().fill('{"plan":"pro"}');
    await keeper.looks('organization-settings');
    await saved();
    const { color, branding, customCss, isMfaRequired, customData } = await harbour();
    assert.deepEqual([color.primaryColor, color.darkPrimaryColor, branding.favicon], ['#115577', '#88BBDD', 'https://harbour.example/icon.svg']);
    assert.deepEqual([customCss, isMfaRequired, customData], ['.gh-card { border-radius: 0; }', true, { plan: 'pro' }]);
    await server.management.post('/organizations', { name: 'Pier' });
    await open('organizations');
    await page.getByRole('searchbox').first().fill('harb');
    await page.waitForURL(/search=harb/);
    await page.getByRole('link', { name: 'Pier' }).waitFor({ state: 'detached' });
    await keeper.looks('organizations');
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['', '/members', '/machines', '/invitations', '/joining']) {
      await open(`organizations/${(await harbour()).id}${path}`);
      await keeper.picture(`organization-phone${path.replace('/', '-')}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${path} scrolls sideways`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(`organizations/${(await harbour()).id}`);
    await keeper.button('Delete…').click();
    await page.getByRole('alertdialog').getByText('1 person belongs to it.').waitFor();
    await page.getByRole('alertdialog').getByRole('textbox').fill('Harbour');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('row', { name: /Pier/ }).waitFor();
    assert.equal(await harbour(), undefined);
  });
});
