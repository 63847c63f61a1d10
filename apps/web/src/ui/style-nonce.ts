declare global {
  interface Window {
    __webpack_nonce__?: string | undefined;
  }
}

/**
 * Hands this page's nonce to the scroll lock of dialogs, which writes a style element and looks
 * for it there. Without it the content security policy would refuse the element.
 */
export function provideStyleNonce(): void {
  window.__webpack_nonce__ ??= document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
}
