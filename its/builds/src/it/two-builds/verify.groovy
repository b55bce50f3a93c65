def hub = context.get('hub')
def other = context.get('other')
try {
  assert other.waitFor() == 0 : new File(basedir, 'other/build.log').text

  def logs = [new File(basedir, 'build.log').text, new File(basedir, 'other/build.log').text]
  assert logs.every { it.contains('BUILD SUCCESS') }
  // One of them fetched it, and the other one found it there.
  assert logs.count { it.contains('all-MiniLM-L6-v2-Q8_0.gguf: complete, 120 MB') } == 1
  // Not twice; but of a connection that stalls, as on a busy machine, a piece is asked for again.
  assert hub.log().bytesServed('all-MiniLM-L6-v2-Q8_0.gguf') < 2 * 120_000_000
  def projects = new File(basedir, 'store/projects.json').text
  assert projects.contains('two-builds/models.lock') && projects.contains('two-builds/other/models.lock')
} finally {
  other?.destroyForcibly()
  hub.close()
}
