def log = new File(basedir, 'build.log').text

def denied = { model -> "[Models/LicenceDenied] Model \"${model}\" has the licence Apache-2.0".toString() }
assert log.count(denied('tiny')) >= 3
assert log.contains(denied("tiny:onnx-fp32@${larderVersion}"))
assert log.contains('Policy: only BSD-3-Clause, MIT')
assert new File(basedir, 'edited.lock').text.contains('licence = "MIT"')
assert !new File(basedir, 'models.lock').exists()
assert !new File(basedir, 'store/cache').exists()
