import groovy.json.JsonSlurper

// Some packages of Maven write that sequence, which ends a colour, where there is no terminal.
def runs = new File(basedir, 'build.log').text.replace('\u001b[0m', '').split('BUILD SUCCESS', -1)
def store = new File(basedir, 'store').path
def lock = new File(basedir, 'models.lock').path
def folder = "${store}/cache/models/tiny/onnx-fp32/${larderVersion}".toString()
def quoted = { java.util.regex.Pattern.quote(it) }

assert runs[1] =~ /NAME +TASK +ARCHITECTURE +DIMENSIONS +SIZE +LICENCE +ON THIS MACHINE/
assert runs[1] =~ /minilm +embedding +bert +384 +25\.0 MB +Apache-2\.0 +-\R/
assert runs[1] =~ /llama-3\.2-1b-instruct +generation +llama +- +\S+ MB +Llama 3\.2 Community\* +-\R/
assert runs[1] =~ /embeddinggemma .* Gemma Terms of Use\*, gated/
assert runs[1] =~ /tiny .* onnx-fp32 since \d{4}-\d\d-\d\d\R/
assert runs[1] =~ "Store: ${quoted(store)}, 1 model, .* used"
assert runs[1].contains("com.acme:looking in ${basedir}")
assert runs[1] =~ /tiny +onnx-fp32 +\S+ \S+ +here/
assert runs[1].contains('User property: models.frozen')

// The path stands alone on its line.
assert runs[2] =~ "(?m)^${quoted(folder + '/model.onnx')}\$"
assert runs[2].contains('Inject           @Inject @UsesModel("tiny") EmbeddingEngine engine;')
assert runs[2].contains("Used by          com.acme:looking, ${lock}")
assert runs[2].contains("from the local Maven repository: mvn:dev.larder:models-testkit:${larderVersion}:zip:tiny")
assert runs[2].contains('gguf-q8_0, ')

def texts = runs[3].substring(runs[3].indexOf('\n{')).split(/(?m)^}$/, -1).take(4).collect { it + '}' }
def (list, info, status, path) = texts.collect { new JsonSlurper().parseText(it) }
assert list.store.folder == store && list.store.models == 1 && list.store.bytes > 100_000
assert list.models*.name == ['tiny']
assert list.models[0].downloaded[0].folder == folder && !list.models[0].downloaded[0].shared
assert info.models[0].variants*.id == ['onnx-fp32', 'gguf-q8_0']
assert info.models[0].variants[0].downloaded[0].files*.path == info.models[0].variants[0].files*.path
assert info.models[0].projects == [[name: 'com.acme:looking', lock: lock]]
assert status.projects*.state == ['complete']
assert status.projects[0].models*.present == [true]
assert path == [models: [[
    name: 'tiny', variant: 'onnx-fp32', revision: larderVersion,
    path: folder + '/model.onnx', folder: folder]]]

assert runs[3].contains('[Models/NotFetched]')
assert runs[3].contains('[Models/UnknownModel] No model is named "minilmm"')
assert runs[3].contains('Did you mean: minilm')

assert runs[3] =~ /tiny .* onnx-fp32 since \d{4}-\d\d-\d\d, shared\R/
assert runs[3] =~ "Store: ${quoted(basedir.path + '/own-store')}, 0 models, .* used"
def shared = new JsonSlurper().parseText(runs[4].substring(runs[4].indexOf('\n{'), runs[4].indexOf('\n}') + 2))
assert shared.models[0].downloaded == [list.models[0].downloaded[0] + [shared: true]]
