// Maven itself resets the terminal's colour.
def colour = /\u001B\[[;\d]*m/
def lines = new File(basedir, 'build.log').text.replaceAll(colour, '').readLines()

assert lines.findAll { !it.startsWith('Running post-build script') && it.trim() } == []
assert new File(basedir, 'models.lock').exists()
