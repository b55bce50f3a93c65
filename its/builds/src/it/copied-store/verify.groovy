// Some packages of Maven write that sequence, which ends a colour, where there is no terminal.
def runs = new File(basedir, 'build.log').text.replace('\u001b[0m', '').split('BUILD SUCCESS', -1)
def path = { store -> "${basedir}/${store}/cache/models/tiny/onnx-fp32/${larderVersion}/model.onnx".toString() }

// Nobody hashes 50 models to show a list, and nobody says what he does not know.
assert runs[2] =~ /tiny .* onnx-fp32 since \d{4}-\d\d-\d\d, unverified\R/
assert runs[2] =~ "Store: ${java.util.regex.Pattern.quote(basedir.path)}/copied, 1 model, .* used"
assert runs[2] =~ /tiny +onnx-fp32 +\S+ \S+ +here, unverified\R/
assert !runs[2].contains('To fix')

assert runs[3].contains('1 declared model: locked, in the store, and licensed as this build allows')
assert runs[3] =~ /tiny .* onnx-fp32 since \d{4}-\d\d-\d\d\R/
assert runs[3] =~ /tiny +onnx-fp32 +\S+ \S+ +here\R/
assert runs[3].contains(path('copied'))

assert runs[4].contains('1 declared model is in the store')
assert runs[5].contains('The application has started')
assert runs[6].contains('The application has started')
assert runs[7].contains('1 declared model: locked, in the store, and licensed as this build allows')
assert runs[7] =~ /tiny .* onnx-fp32 since \d{4}-\d\d-\d\d, shared\R/
assert runs[7].contains(path('shared'))
runs.drop(1).each { assert !it.contains('Fetched') }

// What a shared store has is not copied.
assert !new File(basedir, 'own/cache/blobs').exists() && !new File(basedir, 'own/cache/models').exists()
// As a copy of the record has it, too.
assert new File(basedir, 'copied/models.lock').text == new File(basedir, 'store/models.lock').text
