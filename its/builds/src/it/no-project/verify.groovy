import groovy.json.JsonSlurper
import java.util.regex.Pattern

// Some packages of Maven write that sequence, which ends a colour, where there is no terminal.
def runs = new File(basedir, 'build.log').text.replace('\u001b[0m', '').split('BUILD SUCCESS', -1)
def store = new File(basedir, 'store')
def model = "${store}/cache/models/tiny/onnx-fp32/${larderVersion}/model.onnx".toString()
def key = "tiny:onnx-fp32@${larderVersion}".toString()

assert runs[0].contains('Fetched tiny (onnx-fp32, ')
assert runs[0] =~ /tiny .* onnx-fp32 since \d{4}-\d\d-\d\d\R/
assert runs[0].contains('Inject           @Inject @UsesModel("tiny") EmbeddingEngine engine;')
assert runs[0] =~ "(?m)^${Pattern.quote(model)}\$"
assert runs[0] =~ "Store: ${Pattern.quote(store.path)}, 1 model, .* used"
assert runs[0].contains('No project is known here')

assert runs[1].contains("Removed ${key}")
assert runs[1].contains('Fetched tiny (onnx-fp32, ')
assert runs[1] =~ "Removed:\\R.*MODEL .*\\R.*${Pattern.quote(key)}"

def texts = runs[2].substring(runs[2].indexOf('\n{')).split(/(?m)^}$/, -1).take(7).collect { it + '}' }
def (added, list, info, path, status, pruned, removed) = texts.collect { new JsonSlurper().parseText(it) }
assert added.fetched*.name == ['tiny']
assert list.store == status.store && list.store.folder == store.path && list.store.models == 1
assert list.models*.downloaded*.revision == [[larderVersion]]
assert info.models*.projects == [[]]
assert path.models*.path == [model]
assert status.projects == []
assert pruned.models == [] && pruned.before == pruned.after
assert removed.outcome == 'removed' && removed.models*.model == [key]

assert runs[2].contains('[Models/NotFetched]')
assert !new File(basedir, 'models.lock').exists()
