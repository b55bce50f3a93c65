import groovy.json.JsonSlurper
import java.util.regex.Pattern

// Some packages of Maven write that sequence, which ends a colour, where there is no terminal.
def runs = new File(basedir, 'build.log').text.replace('\u001b[0m', '').split(/BUILD (?=SUCCESS)/, -1)
def json = { text -> (text =~ /(?ms)^\{.*?^\}/).collect { new JsonSlurper().parseText(it) } }
def locks = ['search', 'reader'].collectEntries { [it, new File(basedir, it + '/models.lock')] }
def models = [search: 'tiny', reader: 'tiny:gguf-q8_0']

models.each { module, model ->
  assert runs[0].contains("[Models/LockOutOfDate]") && runs[0].contains(locks[module].path)
  assert runs[0].contains("\"${model}\" is declared, but not locked")
  assert runs[0].contains("+ ${model}: ")
  assert runs[0].contains("Locked in ${locks[module]}")
}
['', 'plain/'].each { assert !new File(basedir, it + 'models.lock').exists() }

def checks = json(runs[1])
assert checks*.agrees == [true, true, false, false]
assert checks*.missing == [[], [], ['tiny:gguf-q8_0'], ['tiny']]
def inOrder = ['', '/plain', '/reader', '/search'].collect { basedir.path + it + '/models.lock' }
assert checks*.lock == inOrder
assert runs[1].contains('MISSING         VARIANT    SIZE')
assert runs[1].contains('Fetched tiny (onnx-fp32, ') && runs[1].contains('Fetched tiny:gguf-q8_0 (gguf-q8_0, ')

assert runs[2].count(': locked, in the store, and licensed as this build allows') == 4
['search', 'reader'].each {
  assert runs[2].contains("Wrote ${basedir}/${it}/target/models.cdx.json (models: 1)")
  assert runs[2].contains("Wrote ${basedir}/${it}/target/reports/models.html")
}
['', '/plain'].each {
  assert runs[2].count("No model is locked in ${basedir}${it}/models.lock: nothing was written") == 2
  assert !new File(basedir, it + '/target/models.cdx.json').exists()
}
def model = "${basedir}/store/cache/models/tiny/gguf-q8_0/${larderVersion}/model.gguf".toString()
assert runs[2] =~ "(?m)^${Pattern.quote(model)}\$"

def last = json(runs[3])
assert last.size() == 21
assert last.findAll { it.containsKey('agrees') }*.agrees == [true] * 4
assert last.findAll { it.containsKey('changes') }*.changes == [[]] * 4
assert last.findAll { it.containsKey('prepared') }*.prepared*.lock == inOrder
def bills = last.findAll { it.containsKey('file') && it.models instanceof Integer }
assert bills*.models == [0, 0, 1, 1] && bills*.lock == inOrder
def pages = last.findAll { it.containsKey('file') && it.models instanceof List }
assert pages*.models*.model == [[], [], ['tiny:gguf-q8_0'], ['tiny']]
assert pages[3].models[0].files*.path.contains('model.onnx')
assert last[-1].models*.path == [model]

models.each { module, name ->
  def bill = new JsonSlurper().parse(new File(basedir, module + '/target/models.cdx.json'))
  assert bill.metadata.component.name == 'modules-' + module
  assert bill.components.size() == 1
  assert locks[module].text.contains(bill.components[0].hashes[0].content)
}
return true
