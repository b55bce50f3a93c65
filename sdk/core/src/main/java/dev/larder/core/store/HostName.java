package dev.larder.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This machine's name, found without asking the network for it. */
final class HostName {

  private static final int MAX_LENGTH = 64;

  private HostName() {}

  static String local() {
    for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
      String value = System.getenv(variable);
      if (value != null && !value.isBlank()) {
        return cut(value);
      }
    }
    try {
      return cut(Files.readString(Path.of("/etc/hostname")));
    } catch (IOException e) {
      return "this host";
    }
  }

  private static String cut(String name) {
    String line = name.strip().lines().findFirst().orElse("this host");
    return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) : line;
  }
}
