// The lock screen, the keys of a keyboard or headset: Media Session, where the system has it.

const session = navigator.mediaSession;

const ACTIONS = {
  play: (player) => player.start(),
  pause: (player) => player.pause(),
  stop: (player) => player.close(),
  seekbackward: (player, { seekOffset }) => player.skip(-(seekOffset || 15)),
  seekforward: (player, { seekOffset }) => player.skip(seekOffset || 15),
  seekto: (player, { seekTime }) => player.seek(seekTime),
  previoustrack: (player) => (player.at > 0 ? player.play(player.queue, player.at - 1, "") : player.sentence(-1)),
  nexttrack: (player) => (player.at + 1 < player.queue.length ? player.play(player.queue, player.at + 1, "") : player.sentence(1)),
};

/** Hand the player to the system, with the story that it plays; null takes it back. */
export function media(player, data = null) {
  if (!session) return;
  for (const [name, act] of Object.entries(ACTIONS)) {
    try {
      session.setActionHandler(name, player && ((details) => act(player, details)));
    } catch {
      // An action that this system does not know.
    }
  }
  session.metadata = data && new MediaMetadata({
    title: data.headline,
    artist: data.publication,
    artwork: data.picture ? [{ src: data.picture, sizes: "1200x630" }] : [],
  });
}

/** Tell the system how far the story is. */
export function mediaPlace({ audio, timeline }) {
  const duration = timeline.seconds;
  if (!session?.setPositionState || !(duration > 0)) return;
  session.setPositionState({ duration, playbackRate: audio.playbackRate, position: Math.min(audio.currentTime, duration) });
}
