import dev.larder.testkit.hub.Content

context.get('repository').largeFile('onnx/model.onnx', Content.seeded(3, 1_000_000))
return true
