def log = new File(basedir, 'build.log').text.replaceAll(/\u001B\[[;\d]*m/, '')

assert log.contains('Fetched tiny:gguf-q8_0 (gguf-q8_0, ')
assert log.contains('Fetched tiny (onnx-fp32, ')
assert log.contains('''{
  "fetched": [ ],
  "present": [
    "tiny:onnx-fp32"
  ],
  "failures": [ ]
}
''')
assert log =~ /Did you mean: tiny/
assert log =~ /Fetch \d+ models, more than [\d.]+ GB, into .*\? Nobody can be asked; -Dmodels.yes says yes/
assert log =~ /GGUF header +bert, 96 dimensions, context of 256 tokens, mean pooling, bert tokenizer, no chat template/
assert log =~ /tensors by type: Q8_0 \(\d+\), F32 \(\d+\), licence apache-2\.0/
assert log.contains('Would remove:')
assert log =~ /tiny:gguf-q8_0@\S+ +20\d\d-\d\d-\d\d +[\d.]+ [kM]B/
assert log =~ /"model": "tiny:gguf-q8_0@/
assert log.contains('"dryRun": false')
assert !log.contains('"model": "tiny:onnx-fp32@' + '": "lastUsed"')
assert log =~ /tiny:onnx-fp32@\S+ would be removed, and nobody can be asked/
assert log =~ /Removed tiny:onnx-fp32@/
assert log =~ /To get it back: mvn models:add -Dmodels.name=tiny:onnx-fp32@/
assert log.contains('''{
  "outcome": "removed",
  "models": [ ],
  "absent": [
    "tiny"
  ]
}
''')

def store = new File(basedir, 'store')
assert !new File(store, 'cache/blobs/sha256').list()
assert new File(store, 'models.lock').text.contains('tiny:onnx-fp32@')
