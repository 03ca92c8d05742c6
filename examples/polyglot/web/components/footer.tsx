export function Footer() {
  return (
    <footer>
      Status: <a href={'https://app.staging.lumen.example/status'}>app.staging.lumen.example</a>
    </footer>
  );
}
