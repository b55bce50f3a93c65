import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text.replace('\u001b[0m', '')
def runs = log.split('BUILD SUCCESS', -1)
def json = new JsonSlurper().parseText(runs[0].substring(runs[0].indexOf('\n{'), runs[0].indexOf('\n}') + 2))
def key = "tiny:onnx-fp32@${larderVersion}".toString()

assert runs[0].contains("${key}: model.onnx was changed")
assert runs[0].contains('1 of 1 models are not what was fetched; -Dmodels.repair fetches them again')
assert json.models*.model == [key]
assert json.models*.outcome == ['wrong']
assert json.models[0].changed.contains('model.onnx') && json.models[0].missing == []
assert runs[0].contains("${key} was fetched again")
assert runs[1].contains("${key} is intact")
assert runs[1].contains('Nothing is wrong with ' + new File(basedir, 'store'))
