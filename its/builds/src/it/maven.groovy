/** Runs Maven as the scenarios do, in a folder, in a process of its own. */
class Maven {
  final List<String> command

  Maven(File home, File settings, File repository) {
    command = [new File(home, 'bin/mvn').path, '-B', '-s', settings.path, "-Dmaven.repo.local=${repository}".toString()]
  }

  /** Writes all it says to a file beside the folder's pom. */
  Process start(File folder, String log, List<String> arguments) {
    new ProcessBuilder(command + arguments).directory(folder)
        .redirectErrorStream(true).redirectOutput(new File(folder, log)).start()
  }

  /** What it says, when it has ended. */
  String run(File folder, List<String> arguments) {
    start(folder, 'maven.log', arguments).waitFor()
    new File(folder, 'maven.log').text
  }
}

{ File home, File settings, File repository -> new Maven(home, settings, repository) }
