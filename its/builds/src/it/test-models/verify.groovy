def log = new File(basedir, 'build.log').text.replaceAll(/\u001B\[[;\d]*m/, '')
def runs = log.split(/BUILD (SUCCESS|FAILURE)/, -1)

assert log.contains('"default-rank" is declared, but not locked') || log.contains('\\"acme-rank\\" is declared, but not locked')
assert log.count('Fetched tiny (onnx-fp32, ') == 1
// Once on the clean checkout, and once after it was gone.
assert log.count('Fetched acme-rank (onnx, ') == 2
assert log.contains('[Models/NotFetched] Model "acme-rank" is not on this machine.')
assert log.count('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0') >= 3
assert log =~ /acme-rank +onnx +\S+ \S+ +here, for tests only/
assert log.contains('2 declared models: locked, in the store, and licensed as this build allows')
return true
