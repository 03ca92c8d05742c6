send(`wss://api.old.ex.ai${'https://api.old.ex.ai'}a@api.old.ex.ai`);
