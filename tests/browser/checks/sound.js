// Plays a story whose sentences are tones in each of its forms and tells what was heard, in one POST.
const plan = await (await fetch("/plan.json")).json();
// What decodes runs without an audio device; Firefox starts no other context where there is none.
const context = new OfflineAudioContext(1, 1, 48000);
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const happened = (target, name, most = 8000) =>
  Promise.race([
    new Promise((done) => target.addEventListener(name, () => done(true), { once: true })),
    wait(most).then(() => false),
  ]);

// Records what the element plays for a while, and returns the loudest frequency in the middle of it.
async function heard(stream, milliseconds = 400) {
  const recorder = new MediaRecorder(stream);
  const pieces = [];
  recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
  const over = happened(recorder, "stop");
  recorder.start();
  await wait(milliseconds);
  recorder.stop();
  await over;
  const sound = await context.decodeAudioData(await new Blob(pieces).arrayBuffer());
  const all = sound.getChannelData(0);
  return pitch(all.subarray(Math.floor(all.length / 3), Math.floor((all.length * 5) / 6)), sound.sampleRate);
}

// Goertzel's power at each frequency that could be meant and those between them.
function pitch(samples, rate) {
  let best = { hertz: 0, power: samples.length / 100 };
  for (let hertz = 200; hertz < 2400; hertz += 10) {
    const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate);
    let [one, two] = [0, 0];
    for (const sample of samples) [one, two] = [sample + turn * one - two, one];
    const power = one * one + two * two - turn * one * two;
    if (power > best.power) best = { hertz, power };
  }
  return best.hertz;
}

async function played(audio) {
  if (audio.readyState < 1) await happened(audio, "loadedmetadata");
  const duration = audio.duration;
  const seeks = [];
  const stream = audio.captureStream ? audio.captureStream() : audio.mozCaptureStream();
  await audio.play();
  for (const number of plan.order) {
    const came = happened(audio, "seeked");
    audio.currentTime = plan.starts[number] + plan.lead + 0.1;
    await came;
    const began = audio.currentTime;
    seeks.push({ number, hertz: await heard(stream), began, at: audio.currentTime });
  }
  const over = happened(audio, "ended");
  audio.currentTime = plan.starts.at(-1) - 0.4;
  const ended = await over;
  return { duration, seeks, ended, end: audio.currentTime };
}

async function whole(path) {
  const audio = new Audio(path);
  audio.preload = "auto";
  return played(audio);
}

async function appended() {
  if (!window.MediaSource?.isTypeSupported('audio/webm; codecs="opus"')) return { missing: true };
  const audio = new Audio();
  const source = new MediaSource();
  audio.src = URL.createObjectURL(source);
  await happened(source, "sourceopen");
  source.duration = plan.starts.at(-1);
  const buffer = source.addSourceBuffer('audio/webm; codecs="opus"');
  for (const number of plan.order) {
    const data = await (await fetch(`/clip/${number}.webm`)).arrayBuffer();
    buffer.timestampOffset = plan.starts[number];
    const done = happened(buffer, "updateend");
    buffer.appendBuffer(data);
    await done;
  }
  const ranges = Array.from({ length: buffer.buffered.length }, (_, i) => [buffer.buffered.start(i), buffer.buffered.end(i)]);
  source.endOfStream();
  return { ...(await played(audio)), ranges };
}

// Where each tone begins when all is decoded at once, in milliseconds after where it should.
async function onsets(path) {
  const data = await (await fetch(path)).arrayBuffer();
  const sound = await context.decodeAudioData(data);
  const samples = sound.getChannelData(0);
  const late = plan.tones.map((_, number) => {
    const from = Math.round((plan.starts[number] + 0.002) * sound.sampleRate);
    const loud = samples.subarray(from).findIndex((sample) => Math.abs(sample) > 0.1);
    return 1000 * ((from + loud) / sound.sampleRate - plan.starts[number] - plan.lead);
  });
  return { late, duration: sound.duration };
}

const result = {};
for (const [name, make] of Object.entries({
  mp3: () => whole("/story.mp3"),
  webm: () => whole("/story.webm"),
  clips: appended,
  mp3_onsets: () => onsets("/story.mp3"),
  webm_onsets: () => onsets("/story.webm"),
})) {
  try {
    result[name] = await make();
  } catch (error) {
    result[name] = { error: String(error) };
  }
}
await fetch("/result", { method: "POST", body: JSON.stringify(result) });
