export default function P(_: { itemId?: string; broadcastId?: string }) {
  return <h1>roadmap/edit-item-page</h1>;
}
