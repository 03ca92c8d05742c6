// redomain-ignore hard-coded-host -- the gateway reads the user from the address
export const gateway = 'wss://u:p@ws-new.ex.ai';
