import java.util.concurrent.TimeUnit

/** Runs goals at a pseudo-terminal and answers what is asked: each prompt with a line. */
def atTerminal = { String goals, Map<String, String> answers ->
  def maven = [new File(mavenHome, 'bin/mvn'), '--settings',
      new File(basedir.parentFile, 'interpolated-settings.xml'), "-Dmaven.repo.local=${localRepositoryPath}"]
  def command = maven.collect { "'${it}'" }.join(' ') + ' ' + goals
  def terminal = new ProcessBuilder('script', '--quiet', '--return', '--command', command, '/dev/null')
      .directory(basedir).redirectErrorStream(true)
  // Some machines make every build a batch one with it.
  terminal.environment().remove('MAVEN_ARGS')
  def process = terminal.start()
  def watch = Thread.startDaemon {
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly()
    }
  }
  def said = new StringBuilder()
  def pending = new LinkedHashMap(answers)
  process.inputStream.withReader('UTF-8') { reader ->
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      said.append((char) c)
      def prompt = pending.keySet().find()
      if (prompt && said.toString().endsWith(prompt)) {
        process.outputStream.write((pending.remove(prompt) + '\n').bytes)
        process.outputStream.flush()
      }
    }
  }
  watch.join()
  println said
  assert process.exitValue() == 0
  assert pending.isEmpty()
  return said.toString()
}

def store = new File(basedir, 'store')
def key = "tiny:onnx-fp32@${larderVersion}".toString()

def yes = atTerminal('models:init models:remove -Dmodels.name=tiny',
    ['Download now? [Y/n] ': '', "? [y/N] ": 'y'])
assert yes =~ /MISSING +VARIANT +SIZE +LICENCE\s+/
assert yes.contains('Fetched tiny (onnx-fp32, ')
assert yes.contains("Remove ${key} (3.5 MB)? [y/N] ")
assert yes.contains("Removed ${key}")
assert !new File(store, 'cache/blobs/sha256').list()

def no = atTerminal('models:init models:add -Dmodels.all', ['Download now? [Y/n] ': 'n', '? [y/N] ': 'n'])
assert no.contains('Nothing was fetched; mvn models:fetch does it later')
assert no =~ /Fetch \d+ models, more than [\d.]+ GB, into .*\? \[y\/N\]/
assert no.contains('Nothing was fetched')
assert !new File(store, 'cache/blobs/sha256').list()
