/* The token of a site under test, and the dialog that asks for it. */

export const TOKEN = 'the right token, of 32 characters';

/** @param {import('playwright-core').Page} page */
export async function giveToken(page, token) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Sync token').fill(token);
  await dialog.getByRole('button', { name: /^(Run|Sync|Add|Retry|Ask)$/ }).click();
}

/** Has a page know the token from its beginning. */
export const knowToken = (page) => page.addInitScript((token) => sessionStorage.setItem('sync-token', token), TOKEN);
