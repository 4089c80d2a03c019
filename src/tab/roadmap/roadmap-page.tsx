export default function P(_: { itemId?: string; broadcastId?: string }) {
  return <h1>roadmap/roadmap-page</h1>;
}
