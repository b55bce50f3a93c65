def log = new File(basedir, 'build.log').text.replaceAll(/\u001B\[[;\d]*m/, '')

assert log.contains('\\"acme-rank\\" is declared, but not locked')
assert log.count('Fetched tiny (onnx-fp32, ') == 1
// On the clean checkout; after it was gone, its content was still in the store.
assert log.count('Fetched acme-rank (onnx, ') == 1
assert log.contains('[Models/NotFetched] Model "acme-rank" is not on this machine.')
assert log.count('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0') >= 3
assert log =~ /acme-rank +onnx +\S+ \S+ +here, for tests only/
assert log.contains('2 declared models: locked, in the store, and licensed as this build allows')
return true
