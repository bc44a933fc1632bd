package io.tradewind.gateway.session;

import java.nio.file.Path;

/** Why a session did not answer. */
public sealed interface Problem {
  /** For who asked. */
  String words();

  /** Nothing says that one runs. */
  record NoSession(Path folder) implements Problem {
    @Override
    public String words() {
      return "no session runs in " + folder;
    }
  }

  /** Its process has gone without a good end. */
  record Gone(String session, long pid) implements Problem {
    @Override
    public String words() {
      return "session " + session + " does not run: its process " + pid + " has gone";
    }
  }

  /** Its file is damaged. */
  record Unreadable(Path folder, String why) implements Problem {
    @Override
    public String words() {
      return SessionFile.NAME + " in " + folder + " can't be read: " + why;
    }
  }

  /** It runs and says nothing. */
  record NotAnswering(String session, long pid, String why) implements Problem {
    @Override
    public String words() {
      return "session " + session + " runs as process " + pid + " but does not answer: " + why;
    }
  }

  /** It knows another token. */
  record TokenRefused(String session) implements Problem {
    @Override
    public String words() {
      return "session "
          + session
          + " refuses the token of its file: it was started anew or another program answers;"
          + " ask again";
    }
  }

  /** It is talked to in another way. */
  record OtherVersion(String version) implements Problem {
    @Override
    public String words() {
      return "the session runs with version " + version + ": talk to it with that version";
    }
  }

  /** It says no. */
  record Refused(int status, String message) implements Problem {
    @Override
    public String words() {
      return message;
    }
  }

  /** It says something that is none of its answers. */
  record NotUnderstood(String why) implements Problem {
    @Override
    public String words() {
      return "the session's answer can't be read: " + why;
    }
  }
}
