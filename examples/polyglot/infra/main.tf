variable "api_host" {
  type    = string
  default = "api.staging.lumen.example"
}

resource "google_cloud_run_service" "web" {
  name     = "lumen-web-staging"
  location = "europe-west1"

  template {
    spec {
      containers {
        image = "registry.lumen.example/lumen/web:1.4.0"
        env {
          name  = "NEXT_PUBLIC_API_URL"
          value = "https://api.staging.lumen.example"
        }
      }
    }
  }
}

resource "google_storage_bucket" "readings" {
  name = "api.staging.lumen.example"
}
