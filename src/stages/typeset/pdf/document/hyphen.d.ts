declare module 'hyphen/en-us/index.js' {
  interface HyphenationOptions {
    minWordLength?: number;
    hyphenChar?: string;
  }
  const hyphen: {
    /** Puts soft hyphens into the words of an English text. */
    hyphenateSync(text: string, options?: HyphenationOptions): string;
  };
  export default hyphen;
}
