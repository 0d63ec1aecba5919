namespace Convscope.Site.Building;

/// <summary>The JSON Schema of <c>site.json</c>, written beside it.</summary>
public static class SiteSchema
{
    /// <summary>The schema's text.</summary>
    public const string Text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "What a Convscope site holds",
          "type": "object",
          "required": ["schema", "generator", "model", "images", "verification"],
          "properties": {
            "schema": { "const": 1 },
            "generator": {
              "type": "object", "required": ["name", "version"],
              "properties": { "name": { "type": "string" }, "version": { "type": "string" } }
            },
            "languages": {
              "description": "the languages of the pages, the site's own first; the same page of another language stands at its prefix and then the address",
              "type": "array",
              "items": {
                "type": "object", "required": ["code", "tag", "name", "prefix", "url"],
                "properties": {
                  "code": { "type": "string" },
                  "tag": { "description": "BCP 47", "type": "string" },
                  "name": { "description": "what the language calls itself", "type": "string" },
                  "prefix": { "description": "what the addresses of its pages begin with: empty, or such as zh/", "type": "string" },
                  "url": { "description": "its home page", "type": "string" }
                }
              }
            },
            "model": {
              "type": "object", "required": ["name", "sha256", "parameters", "layers"],
              "properties": {
                "name": { "type": "string" },
                "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" },
                "parameters": { "type": "integer", "minimum": 0 },
                "task": { "description": "what the main output is", "enum": ["classifier", "multi-label", "regressor", "embedding", "detector", "map"] },
                "probabilities": {
                  "description": "where the main output's are from: none, given by the file, derived from its logits, or derived and assumed, where nothing names the classes",
                  "enum": ["none", "given", "derived", "assumed"]
                },
                "layers": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["id", "name", "operator", "shape", "parameters", "inputs"],
                    "properties": {
                      "id": { "type": "string", "pattern": "^[a-z0-9_-]+$" },
                      "name": { "type": "string" },
                      "operator": { "type": "string" },
                      "shape": { "description": "sizes without the batch axis: (C, H, W) or (N)", "type": "array", "items": { "type": "integer", "minimum": 1 } },
                      "parameters": { "type": "integer", "minimum": 0 },
                      "inputs": { "description": "ids of the layers it reads", "type": "array", "items": { "type": "string" } }
                    }
                  }
                }
              }
            },
            "images": {
              "type": "array",
              "items": {
                "type": "object", "required": ["id", "title", "label", "url", "probabilities", "layers"],
                "properties": {
                  "id": { "type": "string" },
                  "title": { "type": "string" },
                  "label": { "description": "the true class, or empty when unknown", "type": "string" },
                  "url": { "description": "relative to the site's root, as all addresses here", "type": "string" },
                  "probabilities": {
                    "description": "the largest, in the order of the classes; none where the network gives numbers",
                    "type": "array",
                    "items": {
                      "type": "object", "required": ["unit", "label", "probability"],
                      "properties": { "unit": { "type": "integer" }, "label": { "type": "string" }, "probability": { "type": "number", "minimum": 0, "maximum": 1 } }
                    }
                  },
                  "numbers": {
                    "description": "of a network that ends in numbers, those; otherwise none",
                    "type": "array",
                    "items": {
                      "type": "object", "required": ["unit", "label", "value"],
                      "properties": { "unit": { "type": "integer" }, "label": { "type": "string" }, "value": { "type": "number" } }
                    }
                  },
                  "layers": {
                    "type": "array",
                    "items": {
                      "type": "object", "required": ["layer", "url", "scale", "units"],
                      "properties": {
                        "layer": { "type": "string" },
                        "url": { "type": "string" },
                        "scale": {
                          "type": "object", "required": ["palette", "minimum", "maximum"],
                          "properties": { "palette": { "enum": ["diverging", "grey", "probability"] }, "minimum": { "type": "number" }, "maximum": { "type": "number" } }
                        },
                        "units": {
                          "type": "array",
                          "items": {
                            "type": "object", "required": ["unit", "url", "map", "data"],
                            "properties": {
                              "unit": { "type": "integer", "minimum": 0 },
                              "url": { "type": "string" },
                              "map": { "description": "a PNG at one pixel a value; empty for a unit of a vector", "type": "string" },
                              "data": { "description": "the values as a script; empty for a unit of a vector", "type": "string" }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            },
            "verification": {
              "description": "for each recomputed layer, the picture on which it differs most from its recomputation",
              "type": "array",
              "items": {
                "type": "object", "required": ["layer", "absolute", "relative", "ofBound", "picture"],
                "properties": {
                  "layer": { "type": "string" },
                  "absolute": { "description": "the largest difference; null where it is infinite, as below", "type": ["number", "null"], "minimum": 0 },
                  "relative": { "description": "the same as a share of the layer's range of values", "type": ["number", "null"], "minimum": 0 },
                  "ofBound": { "description": "the largest share of what rounding explains at a cell; more than 1 is an error", "type": ["number", "null"], "minimum": 0 },
                  "picture": { "type": "string" }
                }
              }
            }
          }
        }
        """;
}
