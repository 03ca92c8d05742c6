export const Contact = () => (
  <ul>
    <li>https://docs.new.ex.ai, https://api.old.ex.ai or help@api.old.ex.ai</li>
    <li>
      https://docs.new.ex.ai, <b>at last</b> help@api.old.ex.ai
    </li>
    <li>https://new.ex.ai</li>
  </ul>
);
