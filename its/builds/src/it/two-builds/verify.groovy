def hub = context.get('hub')
def other = context.get('other')
try {
  assert other.waitFor() == 0 : new File(basedir, 'other/build.log').text

  def logs = [new File(basedir, 'build.log').text, new File(basedir, 'other/build.log').text]
  assert logs.every { it.contains('BUILD SUCCESS') }
  // One of them fetched it, and the other one found it there.
  assert logs.count { it.contains('all-MiniLM-L6-v2-Q8_0.gguf: complete, 120 MB') } == 1
  // All of it came from the hub, once. Only what is on its way when a connection stalls, as on a busy machine, comes again:
  // what the buffers of its two sockets hold, 4 MB and 6 MB or, where Linux is told so, 4 MB and 32 MB. This has room for
  // several, or one of those; a second download would be three times as much.
  def file = 'all-MiniLM-L6-v2-Q8_0.gguf'
  assert hub.log().bytesServed(file) - hub.log().bytesServedAgain(file) == 120_000_000L
  assert hub.log().bytesServedAgain(file) < 40_000_000L
  def projects = new File(basedir, 'store/projects.json').text
  assert projects.contains('two-builds/models.lock') && projects.contains('two-builds/other/models.lock')
} finally {
  other?.destroyForcibly()
  hub.close()
}
