package app;

import dev.larder.api.UsesModel;

@UsesModel("a-model-that-nobody-knows")
class UnknownNameNearNothing {}
