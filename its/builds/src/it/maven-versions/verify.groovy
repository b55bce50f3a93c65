import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text.replaceAll(/\u001B\[[;\d]*m/, '')
def (looking, locking, rest) = log.split('BUILD FAILURE', 3)
def runs = rest.split('BUILD SUCCESS', -1)
def store = new File(basedir, 'store')
def model = "${store}/cache/models/tiny/onnx-fp32/${larderVersion}/model.onnx".toString()
def key = "tiny:onnx-fp32@${larderVersion}".toString()

assert log.contains("Apache Maven ${mavenVersion}")
// A goal that looks lets nothing that is bound put right what it is to find, and sees tests too.
['tiny', 'tiny-chat'].each { assert locking.contains("\"${it}\" is declared, but not locked") }
assert !looking.contains('Fetched') && !looking.contains('Locked in')
assert locking.contains('+ tiny: ') && locking =~ /\+ tiny-chat: .*, for tests only/
assert locking.contains('Fetched tiny (onnx-fp32, ') && !locking.contains('Fetched tiny-chat')
assert rest =~ /(?s)^.{0,600}\[Models\/NotFetched\] Model "tiny-chat" is not on this machine/
assert runs[0].contains('Fetched tiny-chat (') && !runs[0].contains('Fetched tiny (')
assert runs[0].contains('1 declared model is in the store')
assert runs[0].contains('2 declared models are in the store')
assert runs[0].contains('2 declared models: locked, in the store, and licensed as this build allows')
assert runs[0].contains("${new File(basedir, 'models.lock')} is up to date")

assert runs[1].contains("${key} is intact")
assert runs[1] =~ /tiny .* onnx-fp32 since \d{4}-\d\d-\d\d\R/
assert runs[1].contains("com.acme:maven-versions in ${basedir}")
assert runs[1] =~ "(?m)^${java.util.regex.Pattern.quote(model)}\$"
assert runs[1].contains("Removed ${key}")
assert runs[1].contains('Fetched tiny (onnx-fp32, ')

def texts = runs[2].substring(runs[2].indexOf('\n{')).split(/(?m)^}$/, -1).take(4).collect { it + '}' }
def (list, status, path, verified) = texts.collect { new JsonSlurper().parseText(it) }
assert list.models*.name == ['tiny']
assert status.projects*.state == ['complete']
assert path.models*.path == [model]
assert verified.models*.outcome == ['intact']

assert runs[2].contains('[Models/NotFetched]')
assert new File(model).exists()
