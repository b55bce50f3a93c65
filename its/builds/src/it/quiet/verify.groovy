// Maven itself resets the terminal's colour.
def colour = /\u001B\[[;\d]*m/
def lines = new File(basedir, 'build.log').text.replaceAll(colour, '').readLines()

// The JVM says that it picked up options, where the environment has some.
assert lines.findAll { it.trim() && !(it =~ /^(Running post-build script|Picked up )/) } == []
assert new File(basedir, 'models.lock').exists()
