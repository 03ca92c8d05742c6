export const Links = () => (
  <p>
    <a>ws-new.ex.aihttps://api.old.ex.ai</a>
    <a>new.ex.ai</a>
  </p>
);
