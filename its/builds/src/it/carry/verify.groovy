import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def json = (log =~ /(?s)\{\n  "archive".*?\n\}/).collect { new JsonSlurper().parseText(it) }
def revision = new File(basedir, 'models.lock').readLines().find { it.startsWith('revision') }.split('"')[1]
def selector = 'tiny:onnx-fp32@' + revision

assert log.contains('Wrote ' + new File(basedir, 'target/models.zip') + ' (3.5 MB)')
assert log =~ /tiny:onnx-fp32@\S+ +3\.5 MB +Apache-2\.0 +mvn:dev\.larder:models-testkit/
assert log.contains('Into ' + new File(basedir, 'other-store') + ': 1 came, verified; 0 were there')

assert log =~ /tiny:onnx-fp32 model\.onnx: complete, [\d.]+ [kM]B in /

assert json.size() == 2
assert json[0].archive == new File(basedir, 'named.zip').path
assert json[0].size == new File(basedir, 'named.zip').length()
assert json*.models*.model == [[selector], [selector]]
assert json[1].arrived == 0
assert json[1].store == new File(basedir, 'other-store').path

assert new File(basedir, 'target/models.zip').bytes == new File(basedir, 'named.zip').bytes
assert new File(basedir, 'other-store/models.lock').text.contains('jar:file:')
assert log.contains('1 declared model is in the store')
