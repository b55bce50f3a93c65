package app;

import dev.larder.api.UsesModel;

class NotASelector {
  @UsesModel("")
  class Empty {}

  @UsesModel("https://example.org/model.onnx")
  class Address {}
}
