export declare const url: 'https://api.old.ex.ai';
/** Served by https://api.old.ex.ai/x */
export default url;
