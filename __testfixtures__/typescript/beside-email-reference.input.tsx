export const contact = "https://docs.new.ex.ai, help@api.old.ex.ai";
export const Contact = () => <p>https://docs.new.ex.ai, help@api.old.ex.ai</p>;
