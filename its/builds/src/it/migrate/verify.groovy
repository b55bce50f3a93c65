import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def json = new JsonSlurper().parseText((log =~ /(?s)\{\n  "store".*?\n\}/)[0])
def files = ['src/main/resources/models/sentences.onnx', 'src/main/resources/models/tokenizer.json']

assert log.contains(files.join(', ') + ' is tiny:onnx-fp32 of mvn:dev.larder:models-testkit')
assert log.contains('declare it with @UsesModel("tiny")')
assert log.contains('src/main/resources/models/own.safetensors is not known')
files.each { assert log.contains('  /' + it) && new File(basedir, it).exists() }

assert log =~ /tiny:onnx-fp32 tokenizer\.json: complete, [\d.]+ [kM]B in /

assert json.models*.declare == ['tiny']
assert json.models*.inStore == [true]
assert json.models*.files == [files]
assert json.unknown == ['src/main/resources/models/own.safetensors']
assert json.deletable == files
assert json.gitignore == files.collect { '/' + it }

assert !log.contains('Fetched')
assert log.contains('1 declared model is in the store')
assert new File(basedir, 'store/models.lock').text.contains('sentences.onnx')
