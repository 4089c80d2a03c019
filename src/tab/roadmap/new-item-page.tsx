export default function P(_: { itemId?: string; broadcastId?: string }) {
  return <h1>roadmap/new-item-page</h1>;
}
