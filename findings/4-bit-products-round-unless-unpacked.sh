#!/usr/bin/env bash
# ONNX Runtime 1.30.0 on a standard network of 4-bit weights: DequantizeLinear (opset 21, UINT4, blocks of 32) and MatMul.
#
# Expected: the network has no operation that rounds an activation, so a product is exact to a few bits of a float, at any
# optimisation level, and whether weights are packed beforehand (session.disable_prepacking) changes speed alone.
# Seen: from level EXTENDED on, the two nodes become MatMulNBits with accuracy level 4, which rounds activations to 8 bits: results
# are off by about half a percent of their size. session.qdq_matmulnbits_accuracy_level=1 undoes that, and so does
# session.disable_prepacking=1, with the level still at 4: without packing the same product is computed in floats.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install -q onnxruntime==1.30.0 onnx==1.23.1 numpy==2.4.6

cat > products.py <<'PY'
import sys
import numpy as np
import onnx
from onnx import helper, numpy_helper, TensorProto
import onnxruntime as ort

K, N, BLOCK = 384, 384, 32
random = np.random.default_rng(1)
weights = random.integers(0, 16, (K, N), dtype=np.uint8)
scales = random.uniform(0.01, 0.02, (K // BLOCK, N)).astype(np.float32)
packed = weights.reshape(-1)
packed = (packed[0::2] | (packed[1::2] << 4)).astype(np.uint8)
eights = np.full(K // BLOCK * N // 2, 0x88, np.uint8)

w = TensorProto(name="w", data_type=TensorProto.UINT4, dims=[K, N], raw_data=packed.tobytes())
zero = TensorProto(name="zero", data_type=TensorProto.UINT4, dims=[K // BLOCK, N], raw_data=eights.tobytes())
graph = helper.make_graph(
    [helper.make_node("DequantizeLinear", ["w", "scale", "zero"], ["floats"], axis=0, block_size=BLOCK),
     helper.make_node("MatMul", ["x", "floats"], ["y"])],
    "product",
    [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["rows", K])],
    [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["rows", N])],
    [w, zero, numpy_helper.from_array(scales, "scale")])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)
onnx.checker.check_model(model)

x = random.normal(size=(64, K)).astype(np.float32)
exact = x.astype(np.float64) @ ((weights.astype(np.float64) - 8) * np.repeat(scales, BLOCK, axis=0))

def distance(level, **entries):
    options = ort.SessionOptions()
    options.graph_optimization_level = level
    options.intra_op_num_threads = 1
    for name, value in entries.items():
        options.add_session_config_entry("session." + name, value)
    session = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    y = session.run(None, {"x": x})[0]
    return float(np.linalg.norm(y - exact) / np.linalg.norm(exact))

levels = ort.GraphOptimizationLevel
seen = {
    "as written": distance(levels.ORT_DISABLE_ALL),
    "all optimisations": distance(levels.ORT_ENABLE_ALL),
    "the same, accuracy level 1": distance(levels.ORT_ENABLE_ALL, qdq_matmulnbits_accuracy_level="1"),
    "the same, nothing packed": distance(levels.ORT_ENABLE_ALL, disable_prepacking="1"),
}
for name, value in seen.items():
    print(f"{name:28} {value:.1e}")
plain, optimised, level1, unpacked = seen.values()
sys.exit(0 if plain < 1e-5 and optimised > 1e-3 and level1 < 1e-5 and unpacked < 1e-5 else 1)
PY
env/bin/python products.py
