import { z } from "./z";

export const urls = {
  api: "https://api.old.ex.ai",
  app: "https://app.old.ex.ai",
  docs: "https://www.old.ex.ai/docs",
  auth: "https://auth.old.ex.ai",
  z,
};
