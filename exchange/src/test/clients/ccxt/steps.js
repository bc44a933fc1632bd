// What both scripts do with a step: do it, not for too long, and print what came of it.
const say = (name, value) => console.log(JSON.stringify([name, value]));
const late = (ms) => new Promise((_, no) => setTimeout(() => no(new Error('too late')), ms));
const pause = (ms) => new Promise((go) => setTimeout(go, ms));

const steps = () => async (name, action) => {
  try {
    say(name, await Promise.race([action(), late(15000)]));
  } catch (error) {
    say(name, `${error.constructor.name}: ${error.message}`);
  }
};

module.exports = { say, late, pause, steps };
