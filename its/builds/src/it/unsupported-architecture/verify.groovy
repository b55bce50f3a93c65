def log = new File(basedir, 'build.log').text

// What is wrong stands behind these words.
def runs = log.split('BUILD FAILURE', -1)
assert runs.length == 5
runs.drop(1).each {
    assert it.contains('[Models/UnsupportedArchitecture]')
    assert it.contains('"qwen3-embed-0.6b:gguf-q8_0" (gguf, qwen3)')
    assert it.contains('use the variant "qwen3-embed-0.6b:onnx-int8"')
    assert it.contains('"embeddinggemma:gguf-q8_0" (gguf, gemma-embedding)')
}
assert !log.contains('Fetching')
assert !new File(basedir, 'models.lock').exists()
