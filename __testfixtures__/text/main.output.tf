resource "cdn" "api" {
  origin   = "new.ex.ai"
  url      = "https://new.ex.ai/x"
  bucket   = "api.old.ex.ai"
  domains  = ["api.old.ex.ai", "auth.old.ex.ai"]
  matcher  = "^https://api\\.old\\.ex\\.ai/"
  dynamic  = "https://${var.svc}.old.ex.ai"
}

variable "api_host" {
  default = "new.ex.ai"
}
