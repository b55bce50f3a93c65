def log = new File(basedir, 'build.log').text

assert log.contains('[Models/UnsupportedArchitecture]')
assert log.contains('"qwen3-embed-0.6b:gguf-q8_0" (gguf, qwen3)')
assert log.contains('use the variant "qwen3-embed-0.6b:onnx-int8"')
assert !log.contains('Fetching')
assert !new File(basedir, 'models.lock').exists()
