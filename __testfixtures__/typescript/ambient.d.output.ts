export declare const url: 'https://new.ex.ai';
/** Served by https://new.ex.ai/x */
export default url;
