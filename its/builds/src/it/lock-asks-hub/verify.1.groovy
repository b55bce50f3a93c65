assert context.get('hub').log().downloads('all-MiniLM-L6-v2-Q8_0.gguf').isEmpty()
