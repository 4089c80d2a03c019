export default function P(_: { itemId?: string; broadcastId?: string }) {
  return <h1>results/results-page</h1>;
}
