const KEY = 'sync-token';

/* The token that writing asks for, kept as long as the tab is. */

export const readToken = () => sessionStorage.getItem(KEY) ?? '';
export const keepToken = (token: string) => sessionStorage.setItem(KEY, token);
export const forgetToken = () => sessionStorage.removeItem(KEY);
