export default function P(_: { itemId?: string; broadcastId?: string }) {
  return <h1>help/accessibility-page</h1>;
}
